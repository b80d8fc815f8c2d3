import { type Examined, examineArguments } from "../../arguments/examine-arguments.js";
import type { Input, TextInput, Tool } from "../../primitives/primitive.js";
import { after } from "../../promises/awaitable.js";
import type { Call, Check } from "../call.js";
import { refuseIssues } from "../fault-error.js";

/**
 * Checks the arguments, and decodes them to the values that the method's types declare.
 *
 * @param what Names the arguments in the error, such as `Invalid arguments for tool add`
 * @param tool The tool that is called, if it is one: it may take arguments that do not fit as they are
 */
export function validate(input: Input | TextInput, what: (call: Call) => string, tool?: Tool): Check {
  const accept = (call: Call, { args, issues }: Examined): void => {
    refuseIssues(issues, what(call));
    call.arguments = input.decode(args);
  };
  // A type that allows any property would also accept an alias, and what hosts add.
  if (
    tool !== undefined &&
    (tool.aliases !== undefined || tool.definition.inputSchema.additionalProperties !== false)
  ) {
    return (call) => after(examineArguments(tool, call.arguments), (examined) => accept(call, examined));
  }
  return (call) => {
    const args = "parse" in input ? input.parse(call.arguments as Readonly<Record<string, string>>) : call.arguments;
    return after(input.validate(args), (issues) => {
      if (issues.length === 0) call.arguments = input.decode(args);
      else if (tool === undefined) refuseIssues(issues, what(call));
      else return after(examineArguments(tool, args), (examined) => accept(call, examined));
    });
  };
}
