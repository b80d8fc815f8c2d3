import { Orders } from "@shop/orders";

export default Orders;
