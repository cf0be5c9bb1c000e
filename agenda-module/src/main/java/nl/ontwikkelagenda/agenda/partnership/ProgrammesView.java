package nl.ontwikkelagenda.agenda.partnership;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.OfRegion;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.RegionJoined;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.RegionLeft;

import org.jspecify.annotations.Nullable;

/**
 * The programmes that one region takes part in, or once did.
 *
 * @param partnershipId the region
 */
public record ProgrammesView(PartnershipId partnershipId, List<TakesPart> programmes) {

	/** @param leftOn first day on which it no longer takes part; absent while it does */
	public record TakesPart(PartnershipId programmeId, LocalDate joinedOn, @Nullable LocalDate leftOn) {

		public boolean on(LocalDate day) {
			return !day.isBefore(joinedOn) && (leftOn == null || day.isBefore(leftOn));
		}

		private TakesPart without(RegionLeft e) {
			return programmeId.equals(e.partnershipId()) && leftOn == null ? new TakesPart(programmeId, joinedOn, e.leftOn()) : this;
		}
	}

	public static ProgrammesView on(@Nullable ProgrammesView current, OfRegion event, Recorded when) {
		List<TakesPart> before = current == null ? List.of() : current.programmes;
		return switch (event) {
			case RegionJoined e -> {
				List<TakesPart> programmes = new ArrayList<>(before);
				programmes.add(new TakesPart(e.partnershipId(), e.joinedOn(), null));
				yield new ProgrammesView(e.regionId(), List.copyOf(programmes));
			}
			case RegionLeft e -> new ProgrammesView(e.regionId(), before.stream().map(one -> one.without(e)).toList());
		};
	}
}
