package nl.ontwikkelagenda.app.pages;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.meeting.Owner;
import nl.ontwikkelagenda.agenda.meeting.OwnerView;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.reporting.AnyId;
import nl.ontwikkelagenda.app.reporting.VisibleTraces;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.trace.Trace;
import nl.ontwikkelagenda.reporting.trace.Trace.Present;
import nl.ontwikkelagenda.reporting.trace.Trace.Side;
import nl.ontwikkelagenda.reporting.trace.Trace.Step;
import nl.ontwikkelagenda.reporting.trace.TracePicture;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Why something is there and what came of it: the chain as a picture and as a list, today or as it was known on an earlier day. */
@Controller
class TracePage {

	private final VisibleTraces traces;
	private final Documents documents;
	private final People people;
	private final LookingBack lookingBack;

	TracePage(VisibleTraces traces, Documents documents, People people, LookingBack lookingBack) {
		this.traces = traces;
		this.documents = documents;
		this.people = people;
		this.lookingBack = lookingBack;
	}

	/**
	 * One step as the list shows it.
	 *
	 * @param address of the page of what it is; of a step without one, its own chain
	 */
	public record Line(UUID id, String address, String when, String kind, String title, @Nullable String text, String relation, List<String> present, List<String> owners) {
	}

	@GetMapping("/keten/{id}")
	String trace(@PathVariable AnyId id, @RequestParam(required = false) @Nullable LocalDate asOf, Model model) {
		LookingBack.Moment moment = lookingBack.to(asOf);
		Trace trace = traces.of(id.value(), moment.asOf());
		List<PartnershipView.Organisation> organisations = documents.find(ReadModels.PARTNERSHIPS, trace.partnershipId().toString(), moment.asOf())
				.map(found -> found.document().organisations()).orElse(List.of());
		Names names = new Names(people, organisations, trace.steps().stream().flatMap(TracePage::involved).toList());
		List<Line> lines = trace.steps().stream().map(step -> line(step, names)).toList();
		model.addAttribute("lines", lines).addAttribute("subject", lines.stream().filter(line -> line.id().equals(trace.id())).map(Line::title).findFirst().orElse(""))
				.addAttribute("picture", traces.picture(trace)).addAttribute("trace", trace);
		model.addAllAttributes(moment.attributes());
		return "keten";
	}

	private static Stream<OwnerView> involved(Step step) {
		return Stream.concat(step.present().stream().map(TracePage::asOwner), step.owners().stream());
	}

	private static OwnerView asOwner(Present present) {
		return present.personId() != null
				? new OwnerView(Owner.Kind.PERSON, present.personId().value(), null)
				: new OwnerView(Owner.Kind.ORGANISATION, Objects.requireNonNull(present.organisationId()).value(), null);
	}

	private static Line line(Step step, Names names) {
		return new Line(step.id(), Addresses.of(step.kind(), step.id()), TracePicture.when(step.on()), step.kind().dutch(), names.inText(step.title()),
				step.text() == null ? null : names.inText(step.text()),
				relation(step.side()), step.present().stream().map(TracePage::asOwner).map(names::owner).toList(), step.owners().stream().map(names::owner).toList());
	}

	private static String relation(Side side) {
		return switch (side) {
			case BEFORE -> "ging vooraf";
			case ITSELF -> "hierover gaat het";
			case AFTER -> "volgde hieruit";
		};
	}
}
