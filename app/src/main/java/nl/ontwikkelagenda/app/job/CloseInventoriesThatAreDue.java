package nl.ontwikkelagenda.app.job;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;

import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import nl.ontwikkelagenda.actions.inventory.InventoryCommand.CloseInventory;
import nl.ontwikkelagenda.actions.inventory.InventoryStatus;
import nl.ontwikkelagenda.actions.inventory.InventoryView;
import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.command.Commands;
import nl.ontwikkelagenda.app.command.Intent;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Closes inventories on the day after their closing date. One that was recorded only afterwards is closed by who records it, when all its answers are there. */
@Component
public class CloseInventoriesThatAreDue implements RecurringJob {

	private static final Logger LOG = LoggerFactory.getLogger(CloseInventoriesThatAreDue.class);

	private final Documents documents;
	private final Commands commands;
	private final Today today;

	CloseInventoriesThatAreDue(Documents documents, Commands commands, Today today) {
		this.documents = documents;
		this.commands = commands;
		this.today = today;
	}

	@Override
	public Schedule schedule() {
		return FixedDelay.of(Duration.ofHours(1));
	}

	@Override
	public void run() {
		LocalDate day = today.date();
		documents.all(ReadModels.INVENTORIES, Map.of("status", InventoryStatus.OPEN.name()), AsOf.NOW).stream().filter(inventory -> isDue(inventory, day))
				.forEach(inventory -> close(inventory, day));
	}

	private void close(InventoryView inventory, LocalDate day) {
		try {
			commands.send(new CloseInventory(inventory.inventoryId(), day), Intent.of(Actor.job("CloseInventoriesThatAreDue")));
		} catch (RuleBroken e) {
			LOG.info("Inventory {} was closed by somebody else a moment ago", inventory.inventoryId());
		}
	}

	private static boolean isDue(InventoryView inventory, LocalDate day) {
		boolean recordedInTime = !LocalDate.ofInstant(inventory.recordedAt(), Today.AMSTERDAM).isAfter(inventory.closesOn());
		return recordedInTime && inventory.closesOn().isBefore(day);
	}
}
