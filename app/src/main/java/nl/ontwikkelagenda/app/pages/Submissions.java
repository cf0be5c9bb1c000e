package nl.ontwikkelagenda.app.pages;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.function.Function;

import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.agenda.partnership.UnknownReference;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.command.AlreadyDone;
import nl.ontwikkelagenda.app.command.Commands;
import nl.ontwikkelagenda.app.command.IdempotencyKeyInUse;
import nl.ontwikkelagenda.app.command.Intent;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Sends what a form asks, and answers as pages do: on to the next page, or the same page with what was typed and what is wrong with it. */
@Component
public class Submissions {

	private final Commands commands;

	Submissions(Commands commands) {
		this.commands = commands;
	}

	/**
	 * @param command made of what the form says; sent only when the form is right, and null when it cannot be made of one that is not
	 * @param next    path of the page to go on to
	 * @param again   the page on which the form stands
	 */
	public ModelAndView send(Form form, Function<Form, ? extends @Nullable Object> command, String next, Function<Form, ModelAndView> again) {
		Object asked = command.apply(form);
		if (asked == null || !form.isRight()) {
			return with(HttpStatus.BAD_REQUEST, again.apply(form));
		}
		Caller caller = Caller.required();
		try {
			commands.send(asked, new Intent(caller.actor(), caller.administrator(), once(form, next), null));
		} catch (AlreadyDone e) {
			// pressed twice: it is done, which is all that was asked
			return onTo(next);
		} catch (IdempotencyKeyInUse e) {
			form.refuse("Dit wordt al verwerkt; wacht even en stuur het dan nog een keer.");
			return with(HttpStatus.CONFLICT, again.apply(form));
		} catch (UnknownReference e) {
			form.refuse(e.field(), sentence(e));
			return with(HttpStatus.BAD_REQUEST, again.apply(form));
		} catch (RuleBroken e) {
			form.refuse(sentence(e));
			return with(HttpStatus.CONFLICT, again.apply(form));
		}
		return onTo(next);
	}

	/** On to another page, which is asked for anew. */
	public static ModelAndView onTo(String path) {
		RedirectView next = new RedirectView(path, true, false, false);
		return new ModelAndView(next);
	}

	private static String sentence(Exception e) {
		return Objects.requireNonNullElse(e.getMessage(), "Dit kan zo niet.");
	}

	private static ModelAndView with(HttpStatus status, ModelAndView page) {
		page.setStatus(status);
		return page;
	}

	/** The same content of the same form has its effect once; other content, after going back in the browser, is another request. */
	private static Intent.Once once(Form form, String next) {
		String fingerprint = fingerprint(form.content());
		return new Intent.Once(form.once() + " " + fingerprint, fingerprint, HttpStatus.SEE_OTHER.value(), next);
	}

	private static String fingerprint(String content) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}
}
