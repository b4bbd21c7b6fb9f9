Le damos la bienvenida a ${company}
