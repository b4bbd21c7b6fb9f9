Su invitación a ${company} llegó demasiado tarde
