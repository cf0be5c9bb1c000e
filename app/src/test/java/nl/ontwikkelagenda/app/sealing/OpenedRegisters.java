package nl.ontwikkelagenda.app.sealing;

import java.util.stream.Collectors;

import nl.ontwikkelagenda.app.rest.Running;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything in the registers that is sealed, as who has the key reads it. */
public final class OpenedRegisters {

	private final JdbcClient jdbc;
	private final Sealer sealer;

	public OpenedRegisters(Running application) {
		this.jdbc = application.context().getBean(JdbcClient.class);
		this.sealer = application.context().getBean(Sealer.class);
	}

	/** All values, one a line. */
	public String text() {
		return SealedTable.ALL.stream().flatMap(table -> table.columns().stream().map(column -> text(table, column))).collect(Collectors.joining("\n"));
	}

	private String text(SealedTable table, String column) {
		return jdbc.sql("select " + table.id() + "::text, " + column + " from register." + table.name() + " where " + column + " is not null")
				.query((row, number) -> sealer.row(table, row.getString(1)).open(column, row.getBytes(2))).list().stream().collect(Collectors.joining("\n"));
	}
}
