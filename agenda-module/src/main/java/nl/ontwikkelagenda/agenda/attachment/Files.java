package nl.ontwikkelagenda.agenda.attachment;

/** Keeps the content of attached files, in the transaction of the fact that is about it. */
public interface Files {

	void keep(AttachmentId attachment, Content content);

	void remove(AttachmentId attachment);
}
