package tel.ringer.warp.runner;

/** Something keeps WARP from starting; the message is one sentence that tells the developer what to do. */
public class CannotStartException extends RuntimeException {

    private final String sentence;

    public CannotStartException(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    public CannotStartException(String sentence, Throwable cause) {
        super(sentence, cause);
        this.sentence = sentence;
    }

    /** What the developer reads instead of a stack trace. */
    public String sentence() {
        return sentence;
    }
}
