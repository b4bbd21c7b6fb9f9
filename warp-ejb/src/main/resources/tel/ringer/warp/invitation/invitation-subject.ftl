You are invited to ${company}
