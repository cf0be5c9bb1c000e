package nl.ontwikkelagenda.app.form;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import nl.ontwikkelagenda.agenda.partnership.AllowedTo;
import nl.ontwikkelagenda.agenda.partnership.AlsoForOneself;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.agenda.partnership.RightsView;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.agenda.partnership.UnknownReference;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.command.AlreadyDone;
import nl.ontwikkelagenda.app.command.Commands;
import nl.ontwikkelagenda.app.command.IdempotencyKeyInUse;
import nl.ontwikkelagenda.app.command.Intent;
import nl.ontwikkelagenda.app.command.Intent.Once;
import nl.ontwikkelagenda.app.command.VersionMismatch;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.rest.RefusalLog;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.servlet.view.RedirectView;

/** Sends what forms ask for, by the same door as the API, and shows a form again that cannot be sent. */
@Component
public class Forms {

	/** Tells the frame of the page after a form that it was recorded; a page with words of its own for it is asked so with {@code gedaan}. */
	private static final String RECORDED = "recorded";

	private final Commands commands;
	private final Readers readers;
	private final Today today;

	Forms(Commands commands, Readers readers, Today today) {
		this.commands = commands;
		this.readers = readers;
		this.today = today;
	}

	/** @param name of the form on its page */
	public Form read(String name, MultiValueMap<String, String> typed) {
		return new Form(name, typed, today);
	}

	/** What the caller may do in one partnership, so that a page offers only that; what he sends is checked again. */
	public Powers powers(PartnershipId partnership) {
		return new Powers(
				readers.heldNow().stream().filter(held -> held.partnershipId().equals(partnership)).map(RightsView.Held::right).collect(Collectors.toUnmodifiableSet()));
	}

	/** @param held the rights that somebody holds */
	public record Powers(Set<Right> held) {

		/** Whether they are enough for a command, where it makes a difference about oneself. */
		public boolean may(Class<?> command) {
			AlsoForOneself oneself = command.getAnnotation(AlsoForOneself.class);
			return mayForOthers(command) || (oneself != null && any(oneself.value()));
		}

		/** Whether they are enough for a command about whomever. */
		public boolean mayForOthers(Class<?> command) {
			AllowedTo allowed = command.getAnnotation(AllowedTo.class);
			return allowed != null && any(allowed.value());
		}

		private boolean any(Right[] rights) {
			return Set.of(rights).stream().anyMatch(held::contains);
		}
	}

	/**
	 * One of the commands that a form asks for. It counts once by its name and not by its place: of a form that is sent again after a failure, only what is left is asked.
	 *
	 * @param name tells it from the others of its form
	 */
	public record Step(String name, Object command) {

		/** The only one of its kind. */
		public static Step of(Object command) {
			return new Step("-" + command.getClass().getSimpleName(), command);
		}

		/** @param about tells it from others of its kind */
		public static Step of(Object command, UUID about) {
			return new Step("-" + command.getClass().getSimpleName() + "-" + about, command);
		}
	}

	/**
	 * Sends the command that a form asks for. The same form sent twice counts once.
	 *
	 * @param command reads the form; not sent when a field was wrong
	 * @param done    where the reader goes on when it is done, a path with an anchor
	 * @param again   the page of the form as it now is, without the form
	 * @return a redirect (303), or the page with what was typed and what is wrong: 400 for a field, 409 for a rule
	 */
	public ModelAndView send(Form form, Function<Form, ?> command, String done, Supplier<ModelAndView> again) {
		return sendAll(form, read -> List.of(new Step("", command.apply(read))), done, again);
	}

	/** As {@link #send}, for what takes several commands, one after the other; each counts once, and when one is refused those before it are done. */
	public ModelAndView sendAll(Form form, Function<Form, List<Step>> commands, String done, Supplier<ModelAndView> again) {
		List<Step> steps = commands.apply(form);
		if (form.isWrong()) {
			return shown(form, again, HttpStatus.BAD_REQUEST);
		}
		try {
			steps.forEach(step -> once(step.command(), intent(form, done, step.name())));
			return seeOther(done);
		} catch (IdempotencyKeyInUse e) {
			form.refused("Dit wordt al verwerkt; wacht even en stuur het dan nog een keer.");
			return shown(form, again, HttpStatus.CONFLICT);
		} catch (VersionMismatch e) {
			form.refused("Een ander was u voor: wat hieronder staat, is intussen veranderd. Wat u typte staat er nog; kijk het na en bewaar opnieuw.");
			return shown(form, again, HttpStatus.CONFLICT);
		} catch (UnknownReference e) {
			form.refused(e.field(), String.valueOf(e.getMessage()));
			return shown(form, again, HttpStatus.BAD_REQUEST);
		} catch (RuleBroken e) {
			form.refused(String.valueOf(e.getMessage()));
			return shown(form, again, HttpStatus.CONFLICT);
		}
	}

	private void once(Object command, Intent intent) {
		try {
			commands.send(command, intent);
		} catch (AlreadyDone e) {
			// by the same form, sent before
		}
	}

	/** As {@link #send}, for what is kept outside the log: does it, unless the form turns out to be wrong, or a rule forbids it. */
	public ModelAndView keep(Form form, Runnable kept, String done, Supplier<ModelAndView> again) {
		return keep(form, () -> {
			kept.run();
			return done;
		}, again);
	}

	/** As {@link #keep(Form, Runnable, String, Supplier)}, where only then is known on which page it shows. */
	public ModelAndView keep(Form form, Supplier<String> kept, Supplier<ModelAndView> again) {
		String done;
		try {
			done = kept.get();
		} catch (RuleBroken e) {
			form.refused(String.valueOf(e.getMessage()));
			return shown(form, again, HttpStatus.CONFLICT);
		}
		return form.isWrong() ? shown(form, again, HttpStatus.BAD_REQUEST) : seeOther(done);
	}

	/** The id of what a form makes: the same for the same form, so that sending it twice makes it once, and what goes on with it finds it. */
	public UUID madeBy(Form form, String what) {
		return Ids.next(intent(form, "", ""), what);
	}

	/** @param step name of the command among those of its form */
	private Intent intent(Form form, String done, String step) {
		Caller caller = Caller.required();
		String path = ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest().getRequestURI();
		String key = form.key(path);
		@Nullable Once once = key == null ? null : new Once(key + step, form.fingerprint(path), HttpStatus.SEE_OTHER.value(), done);
		return caller.intent(once, form.version());
	}

	private static ModelAndView shown(Form form, Supplier<ModelAndView> again, HttpStatus status) {
		RefusalLog.note(((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest(), status.value(), "form");
		ModelAndView page = again.get().addObject("form", form);
		page.setStatus(status);
		return page;
	}

	private static ModelAndView seeOther(String path) {
		if (!path.contains("gedaan=")) {
			RequestContextUtils.getOutputFlashMap(((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest()).put(RECORDED, true);
		}
		return new ModelAndView(new RedirectView(path, true, false, false));
	}
}
