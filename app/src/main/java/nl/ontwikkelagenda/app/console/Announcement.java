package nl.ontwikkelagenda.app.console;

/**
 * One line of the block that is printed when the application is ready.
 *
 * @param label what it is about, in one Dutch word
 * @param text  what there is to know
 */
public record Announcement(String label, String text) {

	/** A bean that has lines for the block; {@code @Order} decides their order. */
	@FunctionalInterface
	public interface Source {
		Iterable<Announcement> announcements();
	}
}
