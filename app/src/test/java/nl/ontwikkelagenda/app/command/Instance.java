package nl.ontwikkelagenda.app.command;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.FoundPartnership;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.GiveRight;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.JoinOrganisation;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipKind;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.agenda.partnership.SchoolRegion;
import nl.ontwikkelagenda.agenda.partnership.Sector;
import nl.ontwikkelagenda.app.Ontwikkelagenda;
import nl.ontwikkelagenda.app.TestDatabase;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** One instance of the application without its web server, and the words in which tests speak to it. */
class Instance implements AutoCloseable {

	static final LocalDate DAY = LocalDate.of(2018, 9, 24);

	final ConfigurableApplicationContext context;
	final Commands commands;
	final JdbcTemplate jdbc;

	Instance(TestDatabase database, String... properties) {
		List<String> arguments = new ArrayList<>(List.of("spring.datasource.url=" + database.url(), "spring.datasource.username=" + TestDatabase.APPLICATION,
				"spring.datasource.password=" + TestDatabase.APPLICATION, "spring.flyway.enabled=false", "ontwikkelagenda.demo=true", "ontwikkelagenda.demo-history=false",
				"spring.main.banner-mode=off", "ontwikkelagenda.jobs.recurring=false",
				"spring.datasource.hikari.maximum-pool-size=32", "logging.level.org.axonframework=error"));
		arguments.addAll(List.of(properties));
		context = new SpringApplicationBuilder(Ontwikkelagenda.class).web(WebApplicationType.NONE)
				.initializers(beans -> with((GenericApplicationContext) beans, database)).run(arguments.stream().map(argument -> "--" + argument).toArray(String[]::new));
		commands = context.getBean(Commands.class);
		jdbc = context.getBean(JdbcTemplate.class);
	}

	private static void with(GenericApplicationContext beans, TestDatabase database) {
		beans.registerBean(InviteMembers.class);
		beans.registerBean(TestDatabase.class, () -> database);
	}

	@Override
	public void close() {
		context.close();
	}

	PartnershipId foundedBy(PersonId administrator) {
		PartnershipId partnership = new PartnershipId(UUID.randomUUID());
		commands.send(founding(partnership, administrator), installationAdministrator());
		return partnership;
	}

	PersonId memberOf(PartnershipId partnership, PersonId administrator, Right right) {
		PersonId person = somebody();
		commands.send(new GiveRight(partnership, person, right, DAY, null), by(administrator));
		return person;
	}

	long eventsOf(PartnershipId partnership) {
		return count("select count(*) from log.domain_event where aggregate_identifier = ?", partnership.toString());
	}

	long count(String sql, Object... arguments) {
		Long count = jdbc.queryForObject(sql, Long.class, arguments);
		return count == null ? 0 : count;
	}

	Map<String, Object> metadataOfLast(String type) {
		return jdbc.queryForMap("select event_identifier::text as id, meta_data ->> 'actor' as actor, meta_data ->> 'role' as role, meta_data ->> 'correlationId' as correlation, "
				+ "meta_data ->> 'causationId' as causation from log.domain_event where payload_type = ? order by global_index desc limit 1", type);
	}

	static FoundPartnership founding(PartnershipId partnership, PersonId administrator) {
		return new FoundPartnership(partnership, PartnershipKind.REGION, text("Gouwestreek"), SchoolRegion.MIDDEN, administrator, DAY);
	}

	static JoinOrganisation joining(PartnershipId partnership, OrganisationId organisation) {
		return new JoinOrganisation(partnership, organisation, text("De Regenboog"), Sector.EDUCATION, DAY);
	}

	static JoinOrganisation joining(PartnershipId partnership) {
		return joining(partnership, new OrganisationId(UUID.randomUUID()));
	}

	static Intent installationAdministrator() {
		return new Intent(Actor.person(somebody()), true, null, null);
	}

	static Intent by(PersonId person) {
		return Intent.of(Actor.person(person));
	}

	static PersonId somebody() {
		return new PersonId(UUID.randomUUID());
	}

	static FreeText text(String words) {
		return new FreeText(words, "c2FsdHNhbHRzYWx0c2FsdA==");
	}
}
