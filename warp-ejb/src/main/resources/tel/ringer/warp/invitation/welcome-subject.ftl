Welcome to ${company}
