package tel.ringer.warp.usertype.rest;

/** What people read of a user type: the forms that it may have. */
final class Words {
    static final String DISPLAY_NAME = "(?=.*\\S)\\P{Cntrl}{1,100}";
    static final String DISPLAY_NAME_FORM = "must be one line of 1 to 100 characters";
    static final String DESCRIPTION = "(?s)(?=.*\\S).{1,500}";
    static final String DESCRIPTION_FORM = "must be 1 to 500 characters";

    private Words() {}
}
