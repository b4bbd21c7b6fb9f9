// What a front end does first, by the generated types; what came of it is printed as JSON.
import createClient from "openapi-fetch";
import type { components, paths } from "./warp.js";

type Customer = components["schemas"]["CustomerResponse"];

function given(name: string): string {
  const value = process.env[name];
  if (value === undefined) {
    throw new Error(`${name} is not set`);
  }
  return value;
}

const warp = createClient<paths>({
  baseUrl: given("WARP_URL"),
  headers: { Authorization: `Bearer ${given("WARP_TOKEN")}` },
});

/** Each customer within reach, a page of one at a time. */
async function customers(): Promise<Customer[]> {
  const all: Customer[] = [];
  let cursor: string | undefined;
  do {
    const query = cursor === undefined ? { limit: 1 } : { limit: 1, cursor };
    const { data, error } = await warp.GET("/v1/customers", { params: { query } });
    if (error) {
      throw new Error(error.code);
    }
    all.push(...data.items);
    cursor = data.page.next_cursor;
  } while (cursor !== undefined);
  return all;
}

/** The customer's ETag, as it is now. */
async function revision(customerId: string): Promise<string> {
  const { error, response } = await warp.GET("/v1/customers/{customerId}", { params: { path: { customerId } } });
  const etag = response.headers.get("ETag");
  if (error || etag === null) {
    throw new Error(error?.code ?? "No ETag");
  }
  return etag;
}

function setContact(customerId: string, etag: string, name: string) {
  return warp.PATCH("/v1/customers/{customerId}", {
    params: { path: { customerId }, header: { "If-Match": etag } },
    headers: { "Content-Type": "application/merge-patch+json" },
    body: { contact: { name } },
  });
}

const found = await customers();
const customerId = given("WARP_CUSTOMER");
const etag = await revision(customerId);
const changed = await setContact(customerId, etag, given("WARP_CONTACT"));
const tooLate = await setContact(customerId, etag, "Too late");
const invited = await warp.POST("/v1/admin/customers/{customerId}/invitations", {
  params: { path: { customerId }, header: { "Idempotency-Key": crypto.randomUUID() } },
  body: { email: given("WARP_GUEST"), user_type: "viewer", role: "USER" },
});

console.log(
  JSON.stringify({
    customers: found.map((customer) => customer.id),
    contact: changed.data?.contact.name,
    refused: { status: tooLate.response.status, code: tooLate.error?.code },
    invited: { status: invited.data?.status, email: invited.data?.email },
  }),
);
