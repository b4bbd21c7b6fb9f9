${email} abrió su invitación a ${company} (BAN ${ban}) cuando ya había caducado, y pide otra.

Si aún quiere a esta persona en ${company}, invítela de nuevo:

${link}

Si no, no tiene que hacer nada.
