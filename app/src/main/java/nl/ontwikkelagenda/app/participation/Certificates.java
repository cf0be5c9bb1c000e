package nl.ontwikkelagenda.app.participation;

import java.util.Objects;
import java.util.Set;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.app.access.Oneself;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.housestyle.HouseStyles;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.cop.community.EnrolmentId;
import nl.ontwikkelagenda.cop.community.EnrolmentView;
import nl.ontwikkelagenda.reporting.paper.HouseStyle;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Certificates of participation, made when they are asked for: the name on it is that of today. */
@Component
class Certificates {

	private static final Right[] STAFF = {Right.SECRETARY, Right.PROJECT_LEAD};

	private final Documents documents;
	private final Participations participations;
	private final Readers readers;
	private final People people;
	private final HouseStyles styles;
	private final CertificatePaper paper;
	private final Oneself oneself;

	Certificates(Documents documents, Participations participations, Readers readers, People people, HouseStyles styles, CertificatePaper paper, Oneself oneself) {
		this.documents = documents;
		this.participations = participations;
		this.readers = readers;
		this.people = people;
		this.styles = styles;
		this.paper = paper;
		this.oneself = oneself;
	}

	/**
	 * The certificate of this enrolment, as PDF, for the caller.
	 *
	 * @throws NotFound participation was not certified, or the caller may not know of it
	 * @throws nl.ontwikkelagenda.app.command.NotAllowed it is that of another, and the caller is no staff
	 */
	byte[] of(EnrolmentId id, AsOf asOf) {
		EnrolmentView enrolment = documents.find(ReadModels.ENROLMENTS, id.toString(), asOf).map(Stored::document).orElseThrow(NotFound::new);
		if (!oneself.is(enrolment.personId())) {
			readers.check(STAFF, enrolment.partnershipId());
		}
		if (enrolment.certifiedOn() == null) {
			throw new NotFound();
		}
		HouseStyle programme = documents.find(ReadModels.PARTNERSHIPS, enrolment.partnershipId().toString(), asOf).map(Stored::document).map(styles::of)
				.orElseThrow(NotFound::new);
		return paper.of(new CertificatePaper.Words(name(enrolment.personId()), programme, participations.community(enrolment, asOf).title(),
				Objects.requireNonNull(enrolment.attended()), enrolment.certifiedOn()));
	}

	/** An answer with a certificate in it. */
	static ResponseEntity<byte[]> download(byte[] certificate, HttpHeaders headers) {
		headers.setContentType(MediaType.APPLICATION_PDF);
		headers.setContentDisposition(ContentDisposition.attachment().filename("bewijs-van-deelname.pdf").build());
		headers.setCacheControl(CacheControl.noStore());
		return ResponseEntity.ok().headers(headers).body(certificate);
	}

	private String name(PersonId person) {
		return people.names(Set.of(person)).getOrDefault(person, People.ERASED);
	}
}
