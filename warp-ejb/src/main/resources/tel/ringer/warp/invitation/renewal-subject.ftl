Your invitation to ${company} came too late
