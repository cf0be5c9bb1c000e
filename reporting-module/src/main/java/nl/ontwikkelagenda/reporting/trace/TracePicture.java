package nl.ontwikkelagenda.reporting.trace;

import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.partnership.Period;
import nl.ontwikkelagenda.reporting.chart.Timeline;
import nl.ontwikkelagenda.reporting.chart.Timeline.Arc;
import nl.ontwikkelagenda.reporting.chart.Timeline.Entry;
import nl.ontwikkelagenda.reporting.trace.Trace.Ref;
import nl.ontwikkelagenda.reporting.trace.Trace.Side;
import nl.ontwikkelagenda.reporting.trace.Trace.Step;

import org.jspecify.annotations.Nullable;

/** A chain as a picture: the steps in the order of their days, with arcs from what led to what. */
public final class TracePicture {

	/** So many steps can be told apart; of a longer chain the nearest are shown. */
	static final int MOST = 60;

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.of("nl", "NL"));

	private TracePicture() {
	}

	/** @return one SVG element */
	public static String svg(Trace trace) {
		Set<Ref> nearest = trace.steps().stream().sorted(Comparator.comparingInt(Step::distance)).limit(MOST).map(Step::ref).collect(Collectors.toSet());
		List<Step> shown = trace.steps().stream().filter(step -> nearest.contains(step.ref())).toList();
		List<Ref> places = shown.stream().map(Step::ref).toList();
		List<Arc> arcs = trace.links().stream().filter(link -> nearest.contains(link.from()) && nearest.contains(link.to()))
				.map(link -> new Arc(places.indexOf(link.from()), places.indexOf(link.to()))).toList();
		return new Timeline("De keten van: " + subject(trace), shown.stream().map(TracePicture::entry).toList(), arcs, remark(trace.steps().size() - shown.size(), trace.leftOut()))
				.svg();
	}

	/** What the chain is about: of an action, that is also the outcome it was. */
	private static String subject(Trace trace) {
		return trace.steps().stream().filter(step -> step.side() == Side.ITSELF).map(Step::title).findFirst().orElse("");
	}

	private static Entry entry(Step step) {
		return new Entry(when(step.on()), step.kind().dutch(), step.title(), note(step), step.side() == Side.ITSELF);
	}

	/** A day, or a stretch of days, as readers write it. */
	public static String when(@Nullable Period on) {
		if (on == null) {
			return "zonder datum";
		}
		return on.from().equals(on.to()) ? DAY.format(on.from()) : DAY.format(on.from()) + " t/m " + DAY.format(on.to());
	}

	private static @Nullable String note(Step step) {
		return switch (step.present().size()) {
			case 0 -> null;
			case 1 -> "1 aanwezige";
			default -> step.present().size() + " aanwezigen";
		};
	}

	private static @Nullable String remark(int onlyListed, int leftOut) {
		String words = Stream.of(onlyListed == 0 ? "" : "Nog " + onlyListed + " stappen staan alleen in de lijst.",
				leftOut == 0 ? "" : "Er hangt meer aan deze keten: ten minste " + leftOut + " stappen zijn weggelaten.").filter(part -> !part.isEmpty())
				.collect(Collectors.joining(" "));
		return words.isEmpty() ? null : words;
	}
}
