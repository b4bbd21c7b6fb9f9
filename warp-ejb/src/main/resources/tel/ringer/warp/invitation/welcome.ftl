Welcome,

you now belong to ${company} (BAN ${ban}) on WARP.

  As:      ${userType}, ${role}
  Allows:  ${allows}

From now on sign in with the account that you accepted with:

${link}
