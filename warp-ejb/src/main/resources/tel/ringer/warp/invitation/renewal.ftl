${email} opened your invitation to ${company} (BAN ${ban}) after it had expired, and asks for a new one.

If you still want this person at ${company}, invite them again:

${link}

If not, there is nothing to do.
