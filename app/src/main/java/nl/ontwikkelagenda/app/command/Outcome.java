package nl.ontwikkelagenda.app.command;

/**
 * What came of an earlier request with the same idempotency key; the same answer is rebuilt from the views as of the position.
 *
 * @param status   HTTP status of the answer
 * @param resource path of the resource that is the answer's body
 * @param position position of the last event of the command
 * @param visible  whether every view has reached that position
 */
public record Outcome(int status, String resource, long position, boolean visible) {
}
