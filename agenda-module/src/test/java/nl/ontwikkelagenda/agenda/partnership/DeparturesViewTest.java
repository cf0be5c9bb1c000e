package nl.ontwikkelagenda.agenda.partnership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.DeparturesView.Departure;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.OrganisationMerged;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.PersonLeft;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.RightGiven;

import org.junit.jupiter.api.Test;

class DeparturesViewTest {

	private static final PartnershipId REGION = new PartnershipId(new UUID(0, 1));
	private static final PersonId ALDERMAN = new PersonId(new UUID(0, 3));
	private static final OrganisationId WEST = new OrganisationId(new UUID(0, 6));
	private static final OrganisationId EAST = new OrganisationId(new UUID(0, 7));
	private static final LocalDate NEW_YEAR = LocalDate.of(2022, 1, 1);
	private static final Recorded WHEN = new Recorded(1, 0, Instant.EPOCH, Actor.job("test"));

	@Test
	void anOrganisationThatMergedPointsToTheOneThatTookItsPlace() {
		assertThat(DeparturesView.on(null, new OrganisationMerged(REGION, WEST, EAST, NEW_YEAR), WHEN).departures())
				.containsExactly(new Departure(WEST, null, NEW_YEAR, EAST, null));
	}

	@Test
	void whoGetsARightAgainIsBack() {
		DeparturesView left = DeparturesView.on(null, new PersonLeft(REGION, ALDERMAN, new FreeText("Andere baan", "c2FsdA=="), NEW_YEAR), WHEN);
		assertThat(DeparturesView.on(left, new RightGiven(REGION, ALDERMAN, Right.PARTICIPANT, NEW_YEAR, null), WHEN).departures()).isEmpty();
	}
}
