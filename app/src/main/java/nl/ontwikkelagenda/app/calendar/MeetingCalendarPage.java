package nl.ontwikkelagenda.app.calendar;

import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.rest.WithoutAsOf;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A meeting as over the API, for the calendar of who is logged in here: his invitation, so that his program can answer it, or the meeting alone. */
@Controller
class MeetingCalendarPage {

	private final CalendarInvitations invitations;

	MeetingCalendarPage(CalendarInvitations invitations) {
		this.invitations = invitations;
	}

	@WithoutAsOf("In uw agenda komt wat nu bekend is; laat asOf weg.")
	@GetMapping("/bijeenkomsten/{id}/bijeenkomst.ics")
	ResponseEntity<byte[]> meeting(@PathVariable MeetingId id) {
		return CalendarController.answer(invitations.ofOrMeeting(id, Caller.required().personId()), new HttpHeaders());
	}
}
