<#assign roles = {"user": "usuario", "admin": "administrador", "owner": "propietario"}>
Hola:

ahora pertenece a ${company} (BAN ${ban}) en WARP.

  Como:     ${userType}, ${roles[role]}
  Permite:  ${allows}

A partir de ahora, inicie sesión con la cuenta con la que aceptó:

${link}
