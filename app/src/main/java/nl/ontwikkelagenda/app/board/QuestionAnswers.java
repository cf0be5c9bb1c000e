package nl.ontwikkelagenda.app.board;

import java.util.Arrays;
import java.util.List;

import nl.ontwikkelagenda.agenda.theme.GuidingAnswerView;
import nl.ontwikkelagenda.agenda.theme.GuidingQuestion;

/** One of the three guiding questions as a page asks it, with what was answered. */
public record QuestionAnswers(GuidingQuestion question, String asked, List<GuidingAnswerView> answers) {

	/** All three, with the answers of one theme. */
	static List<QuestionAnswers> of(List<GuidingAnswerView> answers) {
		return Arrays.stream(GuidingQuestion.values())
				.map(question -> new QuestionAnswers(question, asked(question), answers.stream().filter(answer -> answer.question() == question).toList())).toList();
	}

	private static String asked(GuidingQuestion question) {
		return switch (question) {
			case WHAT_FOR -> "Waar doen we het voor?";
			case WHAT_GOES_WELL -> "Wat gaat er al goed?";
			case WHAT_IS_NEEDED -> "Wat is er nodig?";
		};
	}
}
