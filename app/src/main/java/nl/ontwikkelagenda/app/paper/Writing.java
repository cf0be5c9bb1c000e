package nl.ontwikkelagenda.app.paper;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import nl.ontwikkelagenda.agenda.meeting.OwnerView;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.pages.Dutch;
import nl.ontwikkelagenda.app.pages.Names;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.reporting.paper.Block;
import nl.ontwikkelagenda.reporting.paper.Paper;
import nl.ontwikkelagenda.reporting.paper.Text;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Condition;
import nl.ontwikkelagenda.reporting.readmodel.Page;
import nl.ontwikkelagenda.reporting.readmodel.ReadModel;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.jspecify.annotations.Nullable;

/** One paper while it is written: its blocks so far, and how persons, organisations and days are called in it. Persons are called as now. */
final class Writing {

	private final Documents documents;
	private final People people;
	private final AsOf asOf;
	private final PartnershipView partnership;
	private final Dutch dutch;
	private final List<Paper.Fact> facts = new ArrayList<>();
	private final List<Block> blocks = new ArrayList<>();
	private Names owners;
	private Map<PersonId, String> persons = Map.of();

	Writing(Documents documents, People people, Dutch dutch, PartnershipId partnership, AsOf asOf) {
		this.documents = documents;
		this.people = people;
		this.dutch = dutch;
		this.asOf = asOf;
		this.partnership = documents.find(ReadModels.PARTNERSHIPS, partnership.toString(), asOf).map(Stored::document).orElseThrow(NotFound::new);
		this.owners = new Names(people, this.partnership.organisations(), List.of());
	}

	Dutch dutch() {
		return dutch;
	}

	PartnershipView partnership() {
		return partnership;
	}

	List<Paper.Fact> facts() {
		return facts;
	}

	List<Block> blocks() {
		return blocks;
	}

	/** Looks these persons up, all at once. */
	void meet(Collection<PersonId> all) {
		persons = people.names(all);
	}

	/** Looks these owners up, all at once. */
	void meetOwners(List<OwnerView> all) {
		owners = new Names(people, partnership.organisations(), all);
	}

	String owner(OwnerView owner) {
		return owners.owner(owner);
	}

	/** A person, an organisation, or a person of an organisation. */
	String who(@Nullable PersonId person, @Nullable OrganisationId organisation) {
		String name = person == null ? null : persons.getOrDefault(person, People.ERASED);
		String place = organisation == null ? null : organisation(organisation);
		return name == null ? Objects.requireNonNullElse(place, People.ERASED) : place == null ? name : name + ", " + place;
	}

	private String organisation(OrganisationId id) {
		return partnership.organisations().stream().filter(organisation -> organisation.organisationId().equals(id)).map(PartnershipView.Organisation::name).findFirst()
				.orElse(People.ERASED);
	}

	/** A text with mentions replaced by names. */
	String words(String text) {
		return owners.inText(text);
	}

	String day(LocalDate day) {
		return dutch.day(day);
	}

	void fact(String name, @Nullable String text) {
		if (text != null) {
			facts.add(Paper.Fact.of(name, text));
		}
	}

	void heading(int level, String words) {
		blocks.add(new Block.Heading(level, words(words)));
	}

	void paragraph(String words) {
		blocks.add(Block.Paragraph.of(words));
	}

	void text(String text) {
		blocks.addAll(Block.paragraphs(words(text)));
	}

	/** A table, or a sentence when it would be empty. */
	void table(List<Block.Column> columns, List<List<Text>> rows, String whenEmpty) {
		if (rows.isEmpty()) {
			paragraph(whenEmpty);
		} else {
			blocks.add(new Block.Table(null, columns, true, rows));
		}
	}

	<D> List<D> all(ReadModel<D, ?> view, String field, Object id) {
		return all(view, Map.of(field, id.toString()));
	}

	<D> List<D> all(ReadModel<D, ?> view, Map<String, String> only) {
		return documents.all(view, only, asOf);
	}

	/** The first of what is recorded in the partnership. */
	<D> Page<D> some(ReadModel<D, ?> view, Map<String, String> only, List<Condition> conditions, int most) {
		return documents.list(view, new ListQuery(only, conditions, null, List.of("agreedOn", "title"), 1, most, Set.of(partnership.partnershipId())), asOf);
	}

	<D> @Nullable D one(ReadModel<D, ?> view, @Nullable Object id) {
		return id == null ? null : documents.find(view, id.toString(), asOf).map(Stored::document).orElse(null);
	}
}
