import { createHttpHandler } from "@plainmcp/transport-http";
import { Books } from "@/lib/books";

const handler = createHttpHandler(Books);
const answer = (request: Request) => handler.fetch(request);

export { answer as DELETE, answer as GET, answer as POST };
