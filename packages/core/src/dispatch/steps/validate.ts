import type { Input, TextInput } from "../../primitives/primitive.js";
import { after } from "../../promises/awaitable.js";
import type { Call, Check } from "../call.js";
import { refuseIssues } from "../fault-error.js";

/**
 * Checks the arguments, and decodes them to the values that the method's types declare.
 *
 * @param what Names the arguments in the error, such as `Invalid arguments for tool add`
 */
export function validate(input: Input | TextInput, what: (call: Call) => string): Check {
  return (call) => {
    const args = "parse" in input ? input.parse(call.arguments as Readonly<Record<string, string>>) : call.arguments;
    return after(input.validate(args), (issues) => {
      refuseIssues(issues, what(call));
      call.arguments = input.decode(args);
    });
  };
}
