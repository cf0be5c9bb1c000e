package nl.ontwikkelagenda.cop.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;
import nl.ontwikkelagenda.agenda.partnership.References;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.agenda.partnership.UnknownReference;
import nl.ontwikkelagenda.agenda.table.TableId;
import nl.ontwikkelagenda.cop.library.KnowledgeItemCommand.CatalogueItem;
import nl.ontwikkelagenda.cop.library.KnowledgeItemCommand.ConsultItem;
import nl.ontwikkelagenda.cop.library.KnowledgeItemCommand.NotePublication;
import nl.ontwikkelagenda.cop.library.KnowledgeItemCommand.SupersedeItem;
import nl.ontwikkelagenda.cop.library.KnowledgeItemCommand.UseItem;
import nl.ontwikkelagenda.cop.library.KnowledgeItemEvent.ItemCatalogued;
import nl.ontwikkelagenda.cop.library.KnowledgeItemEvent.ItemConsulted;
import nl.ontwikkelagenda.cop.library.KnowledgeItemEvent.ItemPublished;
import nl.ontwikkelagenda.cop.library.KnowledgeItemEvent.ItemSuperseded;
import nl.ontwikkelagenda.cop.library.KnowledgeItemEvent.ItemUsed;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.hamcrest.FeatureMatcher;
import org.hamcrest.Matcher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KnowledgeItemTest {

	private static final KnowledgeItemId ITEM = new KnowledgeItemId(new UUID(0, 1));
	private static final KnowledgeItemId NEWER = new KnowledgeItemId(new UUID(0, 2));
	private static final KnowledgeItemId REPLACED = new KnowledgeItemId(new UUID(0, 3));
	private static final KnowledgeItemId ELSEWHERE = new KnowledgeItemId(new UUID(0, 4));
	private static final PartnershipId PROGRAMME = new PartnershipId(new UUID(0, 5));
	private static final UUID TABLE = new UUID(0, 6);
	private static final UUID MEETING = new UUID(0, 7);
	private static final LocalDate DAY = LocalDate.of(2023, 9, 1);
	private static final Publication REPORT = new Publication(2022, text("Nederlands Jeugdinstituut"), text("https://bron.example/rapport.pdf"));
	private static final Publication NOTHING_YET = new Publication(null, text("Acco"), null);
	private static final ItemCatalogued CATALOGUED = catalogued(ITEM, PROGRAMME, REPORT, null);
	private static final ItemCatalogued ANNOUNCED = catalogued(ITEM, PROGRAMME, NOTHING_YET, text("verwacht eind 2023"));
	private static final ItemSuperseded SUPERSEDED = new ItemSuperseded(ITEM, NEWER, text("Er is een nieuwe druk"), DAY);
	private static final Recorded WHEN = new Recorded(1, 0, Instant.EPOCH, Actor.job("test"));

	private final AggregateTestFixture<KnowledgeItem> item = new AggregateTestFixture<>(KnowledgeItem.class);

	@BeforeEach
	void thePartnershipAndItsLibrary() {
		item.registerInjectableResource((References) (partnership, id) -> id.equals(PROGRAMME) || id.equals(new TableId(TABLE)));
		item.registerInjectableResource((KnowledgeItems) KnowledgeItemTest::known);
	}

	private static Optional<KnowledgeItemView> known(KnowledgeItemId id) {
		return Stream.of(view(catalogued(NEWER, PROGRAMME, REPORT, null)), view(catalogued(REPLACED, PROGRAMME, REPORT, null), new ItemSuperseded(REPLACED, NEWER, null, DAY)),
				view(catalogued(ELSEWHERE, new PartnershipId(new UUID(0, 8)), REPORT, null))).filter(view -> view.knowledgeItemId().equals(id)).findFirst();
	}

	private static KnowledgeItemView view(KnowledgeItemEvent first, KnowledgeItemEvent... more) {
		KnowledgeItemView view = KnowledgeItemView.on(null, first, WHEN);
		for (KnowledgeItemEvent event : more) {
			view = KnowledgeItemView.on(view, event, WHEN);
		}
		return view;
	}

	private static FreeText text(String words) {
		return new FreeText(words, "c2FsdA==");
	}

	private static ItemCatalogued catalogued(KnowledgeItemId id, PartnershipId partnership, Publication publication, @Nullable FreeText expected) {
		return new ItemCatalogued(id, partnership, KnowledgeItemKind.LITERATURE, text("Opgroeien doe je samen"), text("Auteur, A. (red.)"), null, publication, expected, DAY);
	}

	private static CatalogueItem catalogue(Publication publication, @Nullable String expected, @Nullable LocalDate consultedOn) {
		return new CatalogueItem(ITEM, PROGRAMME, KnowledgeItemKind.LITERATURE, text("Opgroeien doe je samen"), text("Auteur, A. (red.)"), null, publication,
				expected == null ? null : text(expected), consultedOn, DAY);
	}

	private void refuses(KnowledgeItemCommand command, String rule, KnowledgeItemEvent... before) {
		item.given((Object[]) before).when(command).expectException(breaks(rule)).expectNoEvents();
	}

	private static Matcher<RuleBroken> breaks(String rule) {
		return new FeatureMatcher<>(equalTo(rule), "rule", "rule") {
			@Override
			protected String featureValueOf(RuleBroken refusal) {
				return refusal.rule();
			}
		};
	}

	@Test
	void anItemIsCataloguedWithTheDayOnWhichItWasConsulted() {
		item.givenNoPriorActivity().when(catalogue(REPORT, null, null)).expectEvents(CATALOGUED);
		item.givenNoPriorActivity().when(catalogue(REPORT, null, DAY)).expectEvents(CATALOGUED, new ItemConsulted(ITEM, null, DAY));
	}

	@Test
	void anExampleComesFromARegion() {
		refuses(new CatalogueItem(ITEM, PROGRAMME, KnowledgeItemKind.EXAMPLE, text("Werkwijze"), null, null, REPORT, null, null, DAY), "an-example-comes-from-a-region");
		item.givenNoPriorActivity().when(new CatalogueItem(ITEM, PROGRAMME, KnowledgeItemKind.EXAMPLE, text("Werkwijze"), null, text("Regio Voorbeeld"), REPORT, null, null, DAY))
				.expectSuccessfulHandlerExecution();
	}

	@Test
	void whatIsAnnouncedHasNoYearAndWasNotConsulted() {
		item.givenNoPriorActivity().when(catalogue(NOTHING_YET, "verwacht eind 2023", null)).expectEvents(ANNOUNCED);
		refuses(catalogue(REPORT, "verwacht eind 2023", null), "an-announced-item-has-yet-to-appear");
		refuses(catalogue(NOTHING_YET, "verwacht eind 2023", DAY), "an-announced-item-has-yet-to-appear");
	}

	@Test
	void anAddressIsAWebAddress() {
		refuses(catalogue(new Publication(2022, null, text("javascript:alert(1)")), null, null), "an-address-is-a-web-address");
		refuses(new ConsultItem(ITEM, text("ftp://bron.example"), DAY), "an-address-is-a-web-address", CATALOGUED);
		refuses(new NotePublication(ITEM, new Publication(2023, null, text("www")), DAY), "an-address-is-a-web-address", ANNOUNCED);
	}

	@Test
	void whatAppearsLaterIsAnnounced() {
		refuses(catalogue(new Publication(2024, null, null), null, null), "what-has-appeared-has-a-past-year");
		refuses(new NotePublication(ITEM, new Publication(2024, null, null), DAY), "what-has-appeared-has-a-past-year", ANNOUNCED);
	}

	@Test
	void anItemIsReadAfterItAppeared() {
		LocalDate before = LocalDate.of(2021, 12, 31);
		refuses(catalogue(REPORT, null, before), "an-item-is-read-after-it-appeared");
		refuses(new ConsultItem(ITEM, null, before), "an-item-is-read-after-it-appeared", CATALOGUED);
		item.given(CATALOGUED).when(new ConsultItem(ITEM, null, DAY)).expectEvents(new ItemConsulted(ITEM, null, DAY));
	}

	@Test
	void whatIsAnnouncedIsNotReadOrUsedBeforeItAppeared() {
		ItemPublished appeared = new ItemPublished(ITEM, new Publication(2023, null, text("https://spel.example")), DAY);
		refuses(new ConsultItem(ITEM, null, DAY), "only-what-has-appeared-is-read", ANNOUNCED);
		refuses(new UseItem(ITEM, TABLE, null, DAY), "only-what-has-appeared-is-read", ANNOUNCED);
		item.given(ANNOUNCED).when(new NotePublication(ITEM, appeared.publication(), DAY)).expectEvents(appeared);
		item.given(ANNOUNCED, appeared).when(new ConsultItem(ITEM, null, DAY)).expectSuccessfulHandlerExecution();
		refuses(new NotePublication(ITEM, appeared.publication(), DAY), "an-item-appears-once", ANNOUNCED, appeared);
		refuses(new NotePublication(ITEM, appeared.publication(), DAY), "an-item-appears-once", CATALOGUED);
		KnowledgeItemView view = view(ANNOUNCED, appeared);
		assertThat(view.status()).isEqualTo(KnowledgeItemStatus.PUBLISHED);
		assertThat(view.expected()).isNull();
		assertThat(view.publisher()).isEqualTo("Acco");
		assertThat(view.address()).isEqualTo("https://spel.example");
	}

	@Test
	void anItemIsUsedForAThemeCommunityOrTableAndOnceInEach() {
		ItemUsed used = new ItemUsed(ITEM, TABLE, text("Van theorie naar praktijk"), DAY);
		item.given(CATALOGUED).when(new UseItem(ITEM, TABLE, used.remark(), DAY)).expectEvents(used);
		refuses(new UseItem(ITEM, TABLE, null, DAY), "an-item-is-used-once-in-a-place", CATALOGUED, used);
		item.given(CATALOGUED).when(new UseItem(ITEM, MEETING, null, DAY)).expectException(UnknownReference.class).expectNoEvents();
	}

	@Test
	void anotherItemThatStandsTakesThePlace() {
		item.given(CATALOGUED).when(new SupersedeItem(ITEM, NEWER, SUPERSEDED.reason(), DAY)).expectEvents(SUPERSEDED);
		refuses(new SupersedeItem(ITEM, ITEM, null, DAY), "an-item-is-superseded-by-another", CATALOGUED);
		refuses(new SupersedeItem(ITEM, REPLACED, null, DAY), "a-superseded-item-is-left-as-it-is", CATALOGUED);
		item.given(CATALOGUED).when(new SupersedeItem(ITEM, ELSEWHERE, null, DAY)).expectException(UnknownReference.class).expectNoEvents();
	}

	@Test
	void aSupersededItemIsLeftAsItIs() {
		refuses(new SupersedeItem(ITEM, NEWER, null, DAY), "a-superseded-item-is-left-as-it-is", CATALOGUED, SUPERSEDED);
		refuses(new ConsultItem(ITEM, null, DAY), "a-superseded-item-is-left-as-it-is", CATALOGUED, SUPERSEDED);
		refuses(new UseItem(ITEM, TABLE, null, DAY), "a-superseded-item-is-left-as-it-is", CATALOGUED, SUPERSEDED);
	}

	@Test
	void theLatestVisitTellsWhereAnItemIs() {
		KnowledgeItemView view = view(CATALOGUED, new ItemConsulted(ITEM, text("https://nieuw.example"), DAY),
				new ItemConsulted(ITEM, text("https://oud.example"), DAY.minusYears(1)));
		assertThat(view.address()).isEqualTo("https://nieuw.example");
		assertThat(view.consultedOn()).isEqualTo(DAY);
		assertThat(view.consultations()).extracting(KnowledgeItemView.Consultation::address).containsExactly("https://oud.example", "https://nieuw.example");
	}
}
