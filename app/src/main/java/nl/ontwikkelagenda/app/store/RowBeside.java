package nl.ontwikkelagenda.app.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * A row of another table that is written by the same statement as the events of a unit of work, which saves a trip to the database.
 */
public final class RowBeside {

	private static final String RESOURCE = RowBeside.class.getName();

	private final String insert;
	private final List<Object> values;
	private @Nullable Long position;

	/**
	 * @param insert {@code insert into … select ?, …, appended.position} with as many parameters as there are values; {@code appended.position} is that of the last event
	 * @param values texts and numbers
	 */
	public RowBeside(String insert, List<Object> values) {
		this.insert = insert;
		this.values = List.copyOf(values);
	}

	/** To be written with the next events of this unit of work. */
	public void in(UnitOfWork<?> unitOfWork) {
		unitOfWork.root().resources().put(RESOURCE, this);
	}

	/** Takes it out, so that it is written once; null when there is none. */
	static @Nullable RowBeside takenFrom(UnitOfWork<?> unitOfWork) {
		return (RowBeside) unitOfWork.root().resources().remove(RESOURCE);
	}

	/** Whether it was written, and with this as the position of the last event. */
	public boolean isWrittenAt(@Nullable Long last) {
		return position != null && position.equals(last);
	}

	/** Makes one statement of both; it answers what the other would. */
	String beside(String events) {
		return "with event as (" + events + "), beside as (" + insert + " from (select max(global_index) as position from event) appended) select global_index from event";
	}

	void write(PreparedStatement statement, int before) throws SQLException {
		int parameter = before;
		for (Object value : values) {
			statement.setObject(++parameter, value);
		}
	}

	void writtenAt(long last) {
		position = last;
	}
}
