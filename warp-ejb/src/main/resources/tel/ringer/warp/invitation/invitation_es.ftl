<#assign roles = {"user": "usuario", "admin": "administrador", "owner": "propietario"}>
Hola:

${inviter} le invita a unirse a ${company} (BAN ${ban}) en WARP.

  Como:     ${userType}, ${roles[role]}
  Permite:  ${allows}
<#if message?has_content>

${inviter} escribe:

<#list message?split("\n") as line>
> ${line}
</#list>
</#if>

Vea la invitación y decida aquí:

${link}

El enlace es solo para usted y sirve una vez, hasta el ${expiry}.
Si no espera esta invitación, ignore este correo: no pasa nada.

--${" "}
No quiero más correos de WARP:
${neverAgain}
