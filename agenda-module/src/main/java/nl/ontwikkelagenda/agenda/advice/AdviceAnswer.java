package nl.ontwikkelagenda.agenda.advice;

/** What a body does with advice: take it over, in part, or not. */
public enum AdviceAnswer {
	ADOPTED, PARTLY, DECLINED
}
