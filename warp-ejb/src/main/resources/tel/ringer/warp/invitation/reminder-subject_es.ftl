Recordatorio: le invitan a ${company}
