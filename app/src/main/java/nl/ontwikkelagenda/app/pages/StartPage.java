package nl.ontwikkelagenda.app.pages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import nl.ontwikkelagenda.agenda.meeting.MeetingView;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where people land after logging in: their partnerships, the latest meetings of each, and the way to their progress. */
@Controller
class StartPage {

	private static final int MOST = 20;

	private final Documents documents;
	private final Readers readers;
	private final Dutch dutch;

	StartPage(Documents documents, Readers readers, Dutch dutch) {
		this.documents = documents;
		this.readers = readers;
		this.dutch = dutch;
	}

	@GetMapping("/")
	String start(Model model) {
		List<PartnershipView> partnerships = documents
				.list(ReadModels.PARTNERSHIPS, new ListQuery(Map.of(), null, List.of("name"), 1, MOST, readers.partnerships(ReadModels.PARTNERSHIPS)), AsOf.NOW).items().stream()
				.map(Stored::document).toList();
		Map<PartnershipId, List<MeetingView>> meetings = new LinkedHashMap<>();
		for (PartnershipView partnership : partnerships) {
			meetings.put(partnership.partnershipId(),
					documents.list(ReadModels.MEETINGS, new ListQuery(Map.of("partnershipId", partnership.partnershipId().toString()), null, List.of("-plannedOn"), 1, MOST,
							readers.partnerships(ReadModels.MEETINGS)), AsOf.NOW).items().stream().map(Stored::document).toList());
		}
		model.addAttribute("partnerships", partnerships).addAttribute("meetings", meetings).addAttribute("dutch", dutch);
		return "start";
	}
}
