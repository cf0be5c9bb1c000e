package nl.ontwikkelagenda.agenda.partnership;

/** A command was refused: it would break a rule. Nothing has changed. */
public class RuleBroken extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String rule;

	/**
	 * @param rule     short stable name in kebab-case; its page is {@code /problems/<rule>}
	 * @param sentence one Dutch sentence: which rule, and what would be allowed
	 */
	public RuleBroken(String rule, String sentence) {
		super(sentence);
		this.rule = rule;
	}

	public String rule() {
		return rule;
	}
}
