Reminder: you are invited to ${company}
