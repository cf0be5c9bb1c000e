package nl.ontwikkelagenda.app.start;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.app.audit.Ledger;
import nl.ontwikkelagenda.app.audit.LedgerChecks;
import nl.ontwikkelagenda.app.audit.LedgerChecks.LedgerCheck;
import nl.ontwikkelagenda.app.pages.Dutch;

import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** For auditors: what came out of the last check of the log, and which checkpoint is the last. It is theirs to do something about when that is bad or long ago. */
@Component
@Order(6)
class MattersOfProof implements Matters {

	/** Checks and checkpoints are made every day by themselves. */
	private static final Duration LONG_AGO = Duration.ofDays(2);
	private static final String PATH = "/controle";

	private final LedgerChecks checks;
	private final Ledger ledger;
	private final Dutch dutch;
	private final Clock clock;

	MattersOfProof(LedgerChecks checks, Ledger ledger, Dutch dutch, Clock clock) {
		this.checks = checks;
		this.ledger = ledger;
		this.dutch = dutch;
		this.clock = clock;
	}

	@Override
	public Stream<Matter> of(Reader reader) {
		return reader.past() || reader.holding(Right.AUDITOR).isEmpty() ? Stream.empty() : Stream.of(check(), checkpoint());
	}

	private Matter check() {
		Optional<LedgerCheck> latest = checks.page(1, 1).stream().findFirst();
		String path = latest.map(check -> PATH + "/controles/" + check.checkId()).orElse(PATH);
		Instant at = latest.map(check -> check.finishedAt() == null ? check.askedAt() : check.finishedAt()).orElse(null);
		return latest.map(LedgerCheck::state).map(state -> switch (state) {
			case WAITING, RUNNING -> matter(path, "Het logboek wordt nu gecontroleerd.", "Kijk straks wat eruit kwam.", at, false);
			case SOUND -> matter(path, "De laatste controle van het logboek was in orde.", "Bekijk de controle.", at, isLongAgo(at));
			case CONTINUED -> matter(path, "Er zijn feiten kwijt die al bekend waren gemaakt.", "Kijk hoeveel en vraag de beheerder om uitleg.", at, true);
			case BROKEN -> matter(path, "Het logboek is niet meer zoals het is vastgelegd.", "Kijk wat de controle vond en vraag de beheerder om uitleg.", at, true);
			case FAILED -> matter(path, "De laatste controle van het logboek kon niet worden afgemaakt.", "Laat het logboek opnieuw controleren.", at, true);
		}).orElseGet(() -> matter(PATH, "Het logboek is nog nooit gecontroleerd.", "Laat het logboek controleren.", null, true));
	}

	private Matter checkpoint() {
		Instant at = ledger.newest().map(newest -> newest.checkpoint().madeAt()).orElse(null);
		return at == null
				? matter(PATH, "Er is nog geen checkpoint van het logboek.", "Vraag de beheerder waarom niet.", null, true)
				: matter(PATH + "/checkpoints", "Het laatste checkpoint van het logboek", "Bewaar het buiten dit systeem, dan kunt u later aantonen dat er niets is veranderd.", at,
						false);
	}

	private boolean isLongAgo(@Nullable Instant at) {
		return at != null && at.isBefore(clock.instant().minus(LONG_AGO));
	}

	private Matter matter(String path, String title, String asks, @Nullable Instant at, boolean late) {
		return new Matter(path, title, asks, at == null ? null : dutch.moment(at), null, late, late);
	}
}
