package nl.ontwikkelagenda.app.account;

import java.net.URI;
import java.util.Objects;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.access.MayRead;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.WithoutAsOf;
import nl.ontwikkelagenda.app.rest.Words;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The account of a person, for who administers the installation. */
@RestController
@RequestMapping(Api.BASE + "/people/{id}/account")
@WithoutAsOf("Een account is er alleen zoals het nu is; laat asOf weg.")
@MayRead(installation = true)
class AccountController {

	private final AccountKeeping accounts;

	AccountController(AccountKeeping accounts) {
		this.accounts = accounts;
	}

	/**
	 * @param email         where links for the account go; left out for the address in the register of persons
	 * @param administrator administers this installation; not when left out
	 */
	record Inviting(@Words(max = AccountKeeping.LONGEST_USERNAME, lines = false) String username, @Nullable @Words(max = 200, lines = false) String email,
			@Nullable Boolean administrator) {
	}

	@GetMapping
	AccountView one(@PathVariable PersonId id) {
		return accounts.of(id);
	}

	/** Opens it, or sends a new link when there is one: its owner chooses a password himself. */
	@PostMapping
	ResponseEntity<AccountView> invite(@PathVariable PersonId id, @RequestBody Inviting inviting) {
		AccountView account = accounts.invite(id, inviting.username(), inviting.email(), Objects.requireNonNullElse(inviting.administrator(), false));
		return ResponseEntity.created(URI.create(Api.path("people", id) + "/account")).body(account);
	}

	/** Nobody logs in with it any more; answers what it is. */
	@DeleteMapping
	AccountView close(@PathVariable PersonId id) {
		return accounts.close(id);
	}
}
