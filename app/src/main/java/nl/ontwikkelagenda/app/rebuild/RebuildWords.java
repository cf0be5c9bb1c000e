package nl.ontwikkelagenda.app.rebuild;

import java.text.NumberFormat;
import java.util.Locale;
import java.util.Objects;

import nl.ontwikkelagenda.app.pages.ViewWords;
import nl.ontwikkelagenda.reporting.readmodel.DocumentDifference;
import nl.ontwikkelagenda.reporting.readmodel.RebuildState;
import nl.ontwikkelagenda.reporting.readmodel.ViewState;

import org.jspecify.annotations.Nullable;

/** Says in Dutch how rebuilds and read models are doing. */
public final class RebuildWords {

	private static final Locale LOCALE = Locale.of("nl", "NL");

	/** What a read model is called. */
	public String name(String view) {
		return Objects.requireNonNullElse(ViewWords.name(view), view);
	}

	public String state(RebuildState.State state) {
		return switch (state) {
			case WAITING -> "Wacht op zijn beurt";
			case BUILDING -> "Loopt";
			case BUILT -> "Klaar; wacht tot u haar in gebruik neemt";
			case TAKING_OVER -> "Wordt bijgewerkt en dan in gebruik genomen";
			case TAKEN_OVER -> "In gebruik genomen";
			case RETURNING -> "Wordt teruggedraaid";
			case RETURNED -> "Teruggedraaid";
			case CANCELLED -> "Afgebroken";
			case FAILED -> "Mislukt";
		};
	}

	public String phase(RebuildState.@Nullable Phase phase) {
		return switch (phase) {
			case null -> "Begint zo";
			case READING -> "Leest het logboek";
			case INDEXING -> "Maakt de zoekingangen";
			case COMPARING -> "Vergelijkt oud met nieuw";
			case CATCHING_UP -> "Haalt in wat er intussen bij kwam";
		};
	}

	/** @param person name of who asked, if a person did */
	public String cause(RebuildState.Cause cause, @Nullable String person) {
		return switch (cause) {
			case PERSON -> person == null ? "iemand" : person;
			case SCHEDULE -> "het rooster";
			case COMMAND_LINE -> "de opdrachtregel";
			case START -> "de start van de toepassing";
		};
	}

	public String state(ViewState view) {
		return switch (view.state()) {
			case ACTIVE -> view.mixed() ? "In gebruik, tot de nieuwe versie klaar is" : "In gebruik";
			case SET_ASIDE -> view.serving() ? "In gebruik, maar wordt niet meer bijgewerkt" : "Mislukt";
			case BUILDING -> "Wordt gebouwd";
			case RETIRED -> "Bewaard om naar terug te gaan";
			case CANCELLED -> "Wordt weggegooid";
		};
	}

	public String kind(DocumentDifference.Kind kind) {
		return switch (kind) {
			case ADDED -> "alleen in het nieuwe";
			case MISSING -> "alleen in het oude";
			case DIFFERENT -> "anders";
		};
	}

	public String number(long number) {
		return NumberFormat.getIntegerInstance(LOCALE).format(number);
	}

	/** Positions per second. */
	public String rate(RebuildState rebuild) {
		return number(Math.round(rebuild.perSecond()));
	}

	/** How far, as a percentage. */
	public long percentage(RebuildState rebuild) {
		return rebuild.target() == 0 ? 0 : Math.min(100, 100 * rebuild.position() / rebuild.target());
	}

	/** How far it is with what it is busy with, in one sentence. */
	public String progress(RebuildState rebuild) {
		if (rebuild.phase() == null) {
			return "Het begint zo.";
		}
		String phase = phase(rebuild.phase());
		Integer done = rebuild.done();
		if (done != null) {
			return phase + ": " + number(done) + " van " + number(rebuild.readModels().size()) + " overzichten zijn klaar.";
		}
		Long left = rebuild.secondsLeft();
		return left == null
				? phase + ": feit " + number(rebuild.position()) + " van " + number(rebuild.target()) + ", " + rate(rebuild) + " per seconde."
				: phase + ": feit " + number(rebuild.position()) + " van " + number(rebuild.target()) + ", " + rate(rebuild) + " per seconde; nog " + timeLeft(left) + ".";
	}

	/** How long something will still take, roughly. */
	public String timeLeft(long seconds) {
		if (seconds < 60) {
			return "minder dan een minuut";
		}
		return seconds < 5_400 ? "ongeveer " + Math.ceilDiv(seconds, 60) + " minuten" : "ongeveer " + Math.ceilDiv(seconds, 3_600) + " uur";
	}
}
