package nl.ontwikkelagenda.app.meetingroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import net.fortuna.ical4j.data.CalendarBuilder;
import nl.ontwikkelagenda.app.BesideOthers;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.mail.MailServer;
import nl.ontwikkelagenda.app.mail.MailServer.Received;
import nl.ontwikkelagenda.app.mail.SendMails;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Client;
import nl.ontwikkelagenda.app.rest.Running;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Mails of a meeting, as they come out of a real mail server. */
@BesideOthers
@TestInstance(Lifecycle.PER_CLASS)
class MeetingMailTest {

	private final LocalDate today = LocalDate.now(Today.AMSTERDAM);

	private final MailServer server = new MailServer();
	private final Running app = server.application();
	private final Client secretary = new Client(app, "secretaris");
	private String partnership = "";
	private String ruben = "";

	@BeforeAll
	void aPartnership() {
		String path = app.partnership("Samenwerking die schrijft");
		partnership = Client.id(path);
		app.give(path, DemoAccounts.SECRETARY, "SECRETARY");
		ruben = secretary.id("/api/v1/people", "{\"name\": \"Ruben Voorbeeld\", \"function\": \"Contactpersoon\", \"email\": \"ruben@regio.example.org\"}");
		app.give(path, ruben, "PARTICIPANT");
	}

	@AfterAll
	void close() {
		app.context().close();
		server.close();
	}

	@Test
	void whoIsInvitedAndWhoWasThereHearsByMail() {
		String meeting = meeting(today);
		secretary.created(meeting + "/invitations", "{\"personId\": \"" + ruben + "\"}");
		Received invitation = only();
		assertThat(invitation.to()).isEqualTo("ruben@regio.example.org");
		assertThat(invitation.subject()).isEqualTo("Uitnodiging: Verder aan de slag");
		assertThat(invitation.text()).contains("Beste Ruben Voorbeeld,", "Plaats: Raadzaal", "https://agenda.regio.example/bijeenkomsten/" + Client.id(meeting));
		assertThat(invitation.text()).contains("Met de bijlage zet u de bijeenkomst in uw agenda.");
		itsFileCanBeAnswered(Client.id(meeting), invitation);
		hold(meeting);
		secretary.created(meeting + "/outcomes", """
				{"kind": "ACTION", "title": "Lijst van projecten", "promises": [{"owner": {"kind": "PERSON", "id": "%s"}, "what": "Alle projecten op een rij zetten",
				"deadline": {"phrase": "Over twee weken"}}]}""".formatted(ruben));
		sendMinutesRound(meeting);
		Received minutes = only();
		assertThat(minutes.subject()).isEqualTo("Verslag: Verder aan de slag");
		assertThat(minutes.text()).contains("Besloten:", "- We maken een sociale kaart", "- Ruben Voorbeeld: Alle projecten op een rij zetten (Over twee weken)",
				"Klopt er iets niet? Laat het weten tot en met");
	}

	private void itsFileCanBeAnswered(String meeting, Received invitation) {
		assertThat(invitation.files()).singleElement().satisfies(file -> {
			assertThat(file.name()).isEqualTo("uitnodiging.ics");
			assertThat(file.mediaType()).isEqualTo("text/calendar");
			assertThat(file.type().getParameter("method")).as("so that a mail program offers to answer").isEqualTo("REQUEST");
			assertThat(file.type().getParameter("charset")).isEqualTo("UTF-8");
			assertThat(new CalendarBuilder().build(new ByteArrayInputStream(file.content())).validate(true).hasErrors()).isFalse();
			assertThat(new String(file.content(), StandardCharsets.UTF_8).replace("\r\n ", "")).contains("METHOD:REQUEST", "UID:meeting-" + meeting, "SUMMARY:Verder aan de slag",
					":mailto:ruben@regio.example.org", "PARTSTAT=NEEDS-ACTION", ":mailto:secretaris@demo.example", "URL:https://agenda.regio.example/bijeenkomsten/" + meeting);
		});
		assertThat(app.get(Running.ADMINISTRATOR, "/api/v1/audit/accesses?kind=EXPORTED&partnershipId=" + partnership).json().path("items").valueStream()).as("written down")
				.anySatisfy(access -> {
					assertThat(access.path("personId").asString()).isEqualTo(ruben);
					assertThat(access.path("scope").toString()).contains("\"command\":\"mail\"", meeting);
				});
	}

	@Test
	void whoMayNotSeeTheMeetingHereIsInvitedWithoutAFile() {
		String guest = secretary.id("/api/v1/people", "{\"name\": \"Gastspreker Voorbeeld\", \"function\": \"Spreker\", \"email\": \"spreker@elders.example.org\"}");
		secretary.created(meeting(today) + "/invitations", "{\"personId\": \"" + guest + "\"}");
		Received invitation = only();
		assertThat(invitation.to()).isEqualTo("spreker@elders.example.org");
		assertThat(invitation.text()).doesNotContain("bijlage");
		assertThat(invitation.files()).isEmpty();
	}

	@Test
	void whoLosesTheRightBeforeTheInvitationGoesDoesNotGetIt() {
		String leaver = secretary.id("/api/v1/people", "{\"name\": \"Vertrekker Voorbeeld\", \"function\": \"Leraar\", \"email\": \"vertrekker@school.example.org\"}");
		app.give("/api/v1/partnerships/" + partnership, leaver, "PARTICIPANT");
		secretary.created(meeting(today) + "/invitations", "{\"personId\": \"" + leaver + "\"}");
		assertThat(app.send(Running.ADMINISTRATOR, "DELETE", "/api/v1/partnerships/" + partnership + "/rights/" + leaver + "/PARTICIPANT", null).status()).isEqualTo(200);
		assertThat(mails()).isEmpty();
		assertThat(app.get(Running.ADMINISTRATOR, "/api/v1/outgoing-mails?state=FAILED").json().path("items").valueStream().map(mail -> mail.path("error").asString()))
				.contains("De ontvanger mag niet meer zien wat erbij hoort.");
	}

	@Test
	void aGuestOfARestrictedBodyIsInvitedAndNotToldWhatCameOfIt() {
		String guest = secretary.id("/api/v1/people", "{\"name\": \"Gert Voorbeeld\", \"function\": \"Advocaat\", \"email\": \"gert@kantoor.example.org\"}");
		String body = secretary.id("/api/v1/bodies", "{\"partnershipId\": \"" + partnership + "\", \"kind\": \"BOARD\", \"name\": \"Besloten bestuur\"}");
		secretary.created("/api/v1/bodies/" + body + "/access", "{\"access\": \"RESTRICTED\"}");
		secretary.created("/api/v1/bodies/" + body + "/seats", "{\"personId\": \"" + ruben + "\", \"from\": \"2021-01-01\"}");
		String meeting = meeting(today, ", \"bodyId\": \"" + body + "\"");
		secretary.created(meeting + "/invitations", "{\"personId\": \"" + guest + "\"}");
		assertThat(only().to()).isEqualTo("gert@kantoor.example.org");
		hold(meeting);
		sendMinutesRound(meeting);
		Received minutes = only();
		assertThat(minutes.to()).as("who holds a seat").isEqualTo("ruben@regio.example.org");
		assertThat(minutes.text()).contains("- We maken een sociale kaart");
	}

	@Test
	void whoHasTwoEntriesHearsOnceWhatCameOfIt() throws InterruptedException {
		String counts = secretary.id("/api/v1/people", "{\"name\": \"Ilse Dubbel\", \"function\": \"Leraar\", \"email\": \"ilse@school.example.org\"}");
		String other = secretary.id("/api/v1/people", "{\"name\": \"I. Dubbel\", \"function\": \"Leraar\", \"email\": \"i.dubbel@school.example.org\"}");
		String meeting = meeting(today);
		List.of(counts, other).forEach(person -> secretary.created(meeting + "/invitations", "{\"personId\": \"" + person + "\"}"));
		assertThat(mails()).hasSize(2);
		new Client(app, Running.ADMINISTRATOR).created("/api/v1/people/" + counts + "/joined-entries", "{\"personId\": \"" + other + "\"}");
		Thread.sleep(1_100);
		hold(meeting);
		sendMinutesRound(meeting);
		assertThat(only().to()).isEqualTo("ilse@school.example.org");
	}

	@Test
	void whoIsInvitedHearsThatTheMeetingIsMovedAndThatItIsCancelled() {
		String meeting = meeting(today.plusDays(9));
		String guest = secretary.id("/api/v1/people", "{\"name\": \"Noor Voorbeeld\", \"function\": \"Spreker\", \"email\": \"noor@elders.example.org\"}");
		List.of(ruben, guest).forEach(person -> secretary.created(meeting + "/invitations", "{\"personId\": \"" + person + "\"}"));
		assertThat(mails()).hasSize(2);

		secretary.created(meeting + "/planning", "{\"plannedOn\": \"" + today.plusDays(16) + "\", \"reason\": \"De zaal is bezet\"}");
		List<Received> moved = mails();
		assertThat(moved).extracting(Received::to).containsExactlyInAnyOrder("ruben@regio.example.org", "noor@elders.example.org");
		assertThat(moved).allSatisfy(mail -> {
			assertThat(mail.subject()).isEqualTo("Verzet: Verder aan de slag");
			assertThat(mail.text()).containsSubsequence("Wanneer: " + dutch(today.plusDays(16)), "Eerst: " + dutch(today.plusDays(9)), "Plaats: Raadzaal",
					"Reden: De zaal is bezet", "Laat opnieuw weten of u komt", "/bijeenkomsten/" + Client.id(meeting));
		});
		hasFile(moved, "uitnodiging.ics", "REQUEST", "SEQUENCE:1", "STATUS:CONFIRMED", "PARTSTAT=NEEDS-ACTION");

		secretary.created(meeting + "/cancellation", "{\"reason\": \"Te weinig aanmeldingen\"}");
		List<Received> cancelled = mails();
		assertThat(cancelled).hasSize(2).allSatisfy(mail -> {
			assertThat(mail.subject()).isEqualTo("Gaat niet door: Verder aan de slag");
			assertThat(mail.text()).contains("van " + dutch(today.plusDays(16)) + " gaat niet door.", "Reden: Te weinig aanmeldingen");
		});
		hasFile(cancelled, "afgelasting.ics", "CANCEL", "SEQUENCE:2", "STATUS:CANCELLED");
	}

	private static String dutch(LocalDate day) {
		return DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.of("nl", "NL")).format(day);
	}

	/** Who may see the meeting gets it for his calendar, under the name it had there; a guest does not. */
	private static void hasFile(List<Received> mails, String name, String method, String... lines) {
		assertThat(mails.stream().filter(mail -> mail.to().startsWith("noor")).flatMap(mail -> mail.files().stream())).isEmpty();
		assertThat(mails.stream().flatMap(mail -> mail.files().stream())).singleElement().satisfies(file -> {
			assertThat(file.name()).isEqualTo(name);
			assertThat(file.type().getParameter("method")).isEqualTo(method);
			assertThat(new CalendarBuilder().build(new ByteArrayInputStream(file.content())).validate(true).hasErrors()).isFalse();
			assertThat(new String(file.content(), StandardCharsets.UTF_8).replace("\r\n ", "")).contains("METHOD:" + method).contains(lines);
		});
	}

	@Test
	void ofAMeetingThatWasLongAgoNobodyHearsThatItWasMovedOrCancelled() {
		String meeting = meeting(LocalDate.of(2018, 9, 24));
		secretary.created(meeting + "/invitations", "{\"personId\": \"" + ruben + "\", \"sentOn\": \"2018-09-03\"}");
		secretary.created(meeting + "/planning", "{\"plannedOn\": \"2018-10-01\", \"reason\": \"De zaal was bezet\"}");
		secretary.created(meeting + "/cancellation", "{\"reason\": \"Te weinig aanmeldingen\"}");
		assertThat(mails()).isEmpty();
	}

	@Test
	void whatIsLongPastIsNoNews() {
		String meeting = meeting(LocalDate.of(2018, 9, 24));
		secretary.created(meeting + "/invitations", "{\"personId\": \"" + ruben + "\", \"sentOn\": \"2018-09-03\"}");
		assertThat(mails()).isEmpty();
	}

	private String meeting(LocalDate day, String... more) {
		return secretary.made("/api/v1/meetings", "{\"partnershipId\": \"" + partnership + "\", \"title\": \"Verder aan de slag\", \"plannedOn\": \"" + day
				+ "\", \"place\": \"Raadzaal\"" + String.join("", more) + "}");
	}

	private void hold(String meeting) {
		secretary.created(meeting + "/holding", "{\"happenedOn\": {\"from\": \"" + today + "\", \"to\": \"" + today + "\"}}");
		secretary.created(meeting + "/outcomes", "{\"kind\": \"DECISION\", \"title\": \"We maken een sociale kaart\", \"promises\": []}");
	}

	private void sendMinutesRound(String meeting) {
		secretary.created(meeting + "/minutes", "{\"text\": \"Er gebeurt al veel.\"}");
		secretary.created(meeting + "/minutes/recording", "{}");
		assertThat(mails()).isEmpty();
		secretary.created(meeting + "/minutes/circulation", "{\"objectionsUntil\": \"" + today.plusDays(14) + "\"}");
	}

	private Received only() {
		List<Received> mails = mails();
		assertThat(mails).hasSize(1);
		return mails.getFirst();
	}

	private List<Received> mails() {
		app.context().getBean(SendMails.class).run();
		return server.received();
	}
}
