Le invitan a ${company}
