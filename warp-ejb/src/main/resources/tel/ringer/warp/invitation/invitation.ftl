Hello,

${inviter} invites you to join ${company} (BAN ${ban}) on WARP.

  As:      ${userType}, ${role}
  Allows:  ${allows}
<#if message?has_content>

${inviter} writes:

<#list message?split("\n") as line>
> ${line}
</#list>
</#if>

See the invitation and decide here:

${link}

The link is yours alone and works once, until ${expiry}.
If you do not expect this invitation, ignore this mail: nothing happens.

--${" "}
No more mail from WARP, ever:
${neverAgain}
