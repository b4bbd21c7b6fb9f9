package tel.ringer.warp.customer;

/**
 * A customer in a list.
 *
 * @param nameKey the company name as the database compares it: Java's lower case is not PostgreSQL's for each letter
 */
record CustomerRow(Customer customer, String nameKey) {}
