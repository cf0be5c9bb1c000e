package nl.ontwikkelagenda.cop.community;

import java.util.Map;

import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.agenda.partnership.Sector;

/**
 * How many can take part.
 *
 * @param minimum so many are needed to start
 * @param maximum never more than these
 * @param kept    seats that are kept for a sector until so many of it take part
 */
public record Capacity(int minimum, int maximum, Map<Sector, Integer> kept) {

	/** As the communities of 2020 had it. */
	public static final Capacity USUAL = new Capacity(15, 25, Map.of());

	private static final int MOST = 500;

	/** Refuses numbers that cannot all be true. */
	void mustMakeSense() {
		if (minimum < 1 || maximum < minimum || maximum > MOST) {
			throw new RuleBroken("a-community-has-room-for-its-minimum",
					"Een community heeft ten minste 1 deelnemer nodig en hoogstens " + MOST + " plaatsen, en het maximum is niet lager dan het minimum.");
		}
		if (kept.values().stream().anyMatch(seats -> seats < 1) || kept.values().stream().mapToLong(Integer::longValue).sum() > maximum) {
			throw new RuleBroken("kept-seats-fit-in-the-community", "Per sector worden ten minste 1 en samen hoogstens " + maximum + " plaatsen vrijgehouden.");
		}
	}

	/**
	 * Whether there is a seat for someone of this sector beside who is in: one that is free, and not kept for others.
	 *
	 * @param taken how many have a seat, by sector
	 */
	boolean hasSeatFor(Sector sector, Map<Sector, Integer> taken) {
		int seated = taken.values().stream().mapToInt(Integer::intValue).sum();
		int keptForOthers = kept.entrySet().stream().filter(other -> other.getKey() != sector)
				.mapToInt(other -> Math.max(0, other.getValue() - taken.getOrDefault(other.getKey(), 0)))
				.sum();
		return maximum - seated - keptForOthers > 0;
	}
}
