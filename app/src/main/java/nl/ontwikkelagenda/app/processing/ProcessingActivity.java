package nl.ontwikkelagenda.app.processing;

import java.util.List;

/**
 * Something that is done with personal data. The words are Dutch: they are what the register shows.
 *
 * @param key        its name in addresses, kebab-case
 * @param basis      why it is allowed
 * @param persons    about whom it is
 * @param categories what is kept about them
 * @param recipients who gets to see it
 * @param retention  how long it is kept
 * @param protection how it is protected, beside what holds for everything
 * @param tables     in which it is kept, with their schema
 * @param readModels that show it
 */
public record ProcessingActivity(String key, String title, String purpose, Basis basis, List<String> persons, List<String> categories, List<String> recipients, String retention,
		String protection, List<String> tables, List<String> readModels) {

	/** Why personal data may be processed (GDPR, article 6, first paragraph). */
	public enum Basis {
		/** He agreed (a). */
		CONSENT,
		/** The law asks for it (c). */
		LEGAL_OBLIGATION,
		/** A task in the public interest (e). */
		PUBLIC_TASK,
		/** Interests that weigh more than his (f). */
		LEGITIMATE_INTEREST
	}
}
