package tel.ringer.warp.limit;

/** What is counted. */
public enum Limit {
    /** All that one address tries: so that nobody takes a server for themselves. */
    ATTEMPTS,
    /** What one address tries with credentials that nobody knows: refuses further ones of that kind, and no other. */
    FAILURES,
    /** How often one credential is presented, from wherever. */
    CREDENTIAL
}
